// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// The exact fault, for programs to act on.
    public struct ErrorCode: OpenEnum {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static var autoFundNotSupported: Self { Self(rawValue: "auto_fund_not_supported") }
        public static var batchCannotBeModified: Self { Self(rawValue: "batch_cannot_be_modified") }
        public static var carrierConflict: Self { Self(rawValue: "carrier_conflict") }
        public static var carrierDisconnected: Self { Self(rawValue: "carrier_disconnected") }
        public static var carrierNotConnected: Self { Self(rawValue: "carrier_not_connected") }
        public static var carrierNotSupported: Self { Self(rawValue: "carrier_not_supported") }
        public static var confirmationNotSupported: Self { Self(rawValue: "confirmation_not_supported") }
        public static var defaultWarehouseCannotBeDeleted: Self { Self(rawValue: "default_warehouse_cannot_be_deleted") }
        public static var fieldConflict: Self { Self(rawValue: "field_conflict") }
        public static var fieldValueRequired: Self { Self(rawValue: "field_value_required") }
        public static var forbidden: Self { Self(rawValue: "forbidden") }
        public static var identifierConflict: Self { Self(rawValue: "identifier_conflict") }
        public static var identifiersMustMatch: Self { Self(rawValue: "identifiers_must_match") }
        public static var insufficientFunds: Self { Self(rawValue: "insufficient_funds") }
        public static var invalidAddress: Self { Self(rawValue: "invalid_address") }
        public static var invalidBillingPlan: Self { Self(rawValue: "invalid_billing_plan") }
        public static var invalidFieldValue: Self { Self(rawValue: "invalid_field_value") }
        public static var invalidIdentifier: Self { Self(rawValue: "invalid_identifier") }
        public static var invalidStatus: Self { Self(rawValue: "invalid_status") }
        public static var invalidStringLength: Self { Self(rawValue: "invalid_string_length") }
        public static var labelImagesNotSupported: Self { Self(rawValue: "label_images_not_supported") }
        public static var meterFailure: Self { Self(rawValue: "meter_failure") }
        public static var orderSourceNotActive: Self { Self(rawValue: "order_source_not_active") }
        public static var rateLimitExceeded: Self { Self(rawValue: "rate_limit_exceeded") }
        public static var refreshNotSupported: Self { Self(rawValue: "refresh_not_supported") }
        public static var requestBodyRequired: Self { Self(rawValue: "request_body_required") }
        public static var returnLabelNotSupported: Self { Self(rawValue: "return_label_not_supported") }
        public static var settingsNotSupported: Self { Self(rawValue: "settings_not_supported") }
        public static var subscriptionInactive: Self { Self(rawValue: "subscription_inactive") }
        public static var termsNotAccepted: Self { Self(rawValue: "terms_not_accepted") }
        public static var trackingNotSupported: Self { Self(rawValue: "tracking_not_supported") }
        public static var trialExpired: Self { Self(rawValue: "trial_expired") }
        public static var unauthorized: Self { Self(rawValue: "unauthorized") }
        public static var unknown: Self { Self(rawValue: "unknown") }
        public static var unspecified: Self { Self(rawValue: "unspecified") }
        public static var verificationFailure: Self { Self(rawValue: "verification_failure") }
        public static var warehouseConflict: Self { Self(rawValue: "warehouse_conflict") }
        public static var webhookEventTypeConflict: Self { Self(rawValue: "webhook_event_type_conflict") }
        public static var customsItemsRequired: Self { Self(rawValue: "customs_items_required") }
        public static var incompatiblePairedLabels: Self { Self(rawValue: "incompatible_paired_labels") }
        public static var invalidChargeEvent: Self { Self(rawValue: "invalid_charge_event") }
        public static var invalidObject: Self { Self(rawValue: "invalid_object") }
        public static var noRatesReturned: Self { Self(rawValue: "no_rates_returned") }
        public static var fileNotFound: Self { Self(rawValue: "file_not_found") }
        public static var shippingRuleNotFound: Self { Self(rawValue: "shipping_rule_not_found") }
        public static var serviceNotDetermined: Self { Self(rawValue: "service_not_determined") }
        public static var fundingSourceRegistrationInProgress: Self { Self(rawValue: "funding_source_registration_in_progress") }
        public static var insuranceFailure: Self { Self(rawValue: "insurance_failure") }
        public static var fundingSourceMissingConfiguration: Self { Self(rawValue: "funding_source_missing_configuration") }
        public static var fundingSourceError: Self { Self(rawValue: "funding_source_error") }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [
                .autoFundNotSupported,
                .batchCannotBeModified,
                .carrierConflict,
                .carrierDisconnected,
                .carrierNotConnected,
                .carrierNotSupported,
                .confirmationNotSupported,
                .defaultWarehouseCannotBeDeleted,
                .fieldConflict,
                .fieldValueRequired,
                .forbidden,
                .identifierConflict,
                .identifiersMustMatch,
                .insufficientFunds,
                .invalidAddress,
                .invalidBillingPlan,
                .invalidFieldValue,
                .invalidIdentifier,
                .invalidStatus,
                .invalidStringLength,
                .labelImagesNotSupported,
                .meterFailure,
                .orderSourceNotActive,
                .rateLimitExceeded,
                .refreshNotSupported,
                .requestBodyRequired,
                .returnLabelNotSupported,
                .settingsNotSupported,
                .subscriptionInactive,
                .termsNotAccepted,
                .trackingNotSupported,
                .trialExpired,
                .unauthorized,
                .unknown,
                .unspecified,
                .verificationFailure,
                .warehouseConflict,
                .webhookEventTypeConflict,
                .customsItemsRequired,
                .incompatiblePairedLabels,
                .invalidChargeEvent,
                .invalidObject,
                .noRatesReturned,
                .fileNotFound,
                .shippingRuleNotFound,
                .serviceNotDetermined,
                .fundingSourceRegistrationInProgress,
                .insuranceFailure,
                .fundingSourceMissingConfiguration,
                .fundingSourceError
            ]
        }
    }
}
