// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// The exact fault, for programs to act on.
    public struct ErrorCode: OpenEnum {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let autoFundNotSupported = Self(rawValue: "auto_fund_not_supported")
        public static let batchCannotBeModified = Self(rawValue: "batch_cannot_be_modified")
        public static let carrierConflict = Self(rawValue: "carrier_conflict")
        public static let carrierDisconnected = Self(rawValue: "carrier_disconnected")
        public static let carrierNotConnected = Self(rawValue: "carrier_not_connected")
        public static let carrierNotSupported = Self(rawValue: "carrier_not_supported")
        public static let confirmationNotSupported = Self(rawValue: "confirmation_not_supported")
        public static let defaultWarehouseCannotBeDeleted = Self(rawValue: "default_warehouse_cannot_be_deleted")
        public static let fieldConflict = Self(rawValue: "field_conflict")
        public static let fieldValueRequired = Self(rawValue: "field_value_required")
        public static let forbidden = Self(rawValue: "forbidden")
        public static let identifierConflict = Self(rawValue: "identifier_conflict")
        public static let identifiersMustMatch = Self(rawValue: "identifiers_must_match")
        public static let insufficientFunds = Self(rawValue: "insufficient_funds")
        public static let invalidAddress = Self(rawValue: "invalid_address")
        public static let invalidBillingPlan = Self(rawValue: "invalid_billing_plan")
        public static let invalidFieldValue = Self(rawValue: "invalid_field_value")
        public static let invalidIdentifier = Self(rawValue: "invalid_identifier")
        public static let invalidStatus = Self(rawValue: "invalid_status")
        public static let invalidStringLength = Self(rawValue: "invalid_string_length")
        public static let labelImagesNotSupported = Self(rawValue: "label_images_not_supported")
        public static let meterFailure = Self(rawValue: "meter_failure")
        public static let orderSourceNotActive = Self(rawValue: "order_source_not_active")
        public static let rateLimitExceeded = Self(rawValue: "rate_limit_exceeded")
        public static let refreshNotSupported = Self(rawValue: "refresh_not_supported")
        public static let requestBodyRequired = Self(rawValue: "request_body_required")
        public static let returnLabelNotSupported = Self(rawValue: "return_label_not_supported")
        public static let settingsNotSupported = Self(rawValue: "settings_not_supported")
        public static let subscriptionInactive = Self(rawValue: "subscription_inactive")
        public static let termsNotAccepted = Self(rawValue: "terms_not_accepted")
        public static let trackingNotSupported = Self(rawValue: "tracking_not_supported")
        public static let trialExpired = Self(rawValue: "trial_expired")
        public static let unauthorized = Self(rawValue: "unauthorized")
        public static let unknown = Self(rawValue: "unknown")
        public static let unspecified = Self(rawValue: "unspecified")
        public static let verificationFailure = Self(rawValue: "verification_failure")
        public static let warehouseConflict = Self(rawValue: "warehouse_conflict")
        public static let webhookEventTypeConflict = Self(rawValue: "webhook_event_type_conflict")
        public static let customsItemsRequired = Self(rawValue: "customs_items_required")
        public static let incompatiblePairedLabels = Self(rawValue: "incompatible_paired_labels")
        public static let invalidChargeEvent = Self(rawValue: "invalid_charge_event")
        public static let invalidObject = Self(rawValue: "invalid_object")
        public static let noRatesReturned = Self(rawValue: "no_rates_returned")
        public static let fileNotFound = Self(rawValue: "file_not_found")
        public static let shippingRuleNotFound = Self(rawValue: "shipping_rule_not_found")
        public static let serviceNotDetermined = Self(rawValue: "service_not_determined")
        public static let fundingSourceRegistrationInProgress = Self(rawValue: "funding_source_registration_in_progress")
        public static let insuranceFailure = Self(rawValue: "insurance_failure")
        public static let fundingSourceMissingConfiguration = Self(rawValue: "funding_source_missing_configuration")
        public static let fundingSourceError = Self(rawValue: "funding_source_error")

        /// The values the document lists, in its order.
        public static let knownValues: [Self] = [
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
