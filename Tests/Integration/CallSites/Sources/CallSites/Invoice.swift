import Xero

/// Sends an invoice with one line.
func invoice(_ contact: String, hours: Double, tenant: String, _ xero: Xero) async throws -> Xero.Invoice? {
    let invoice = Xero.Invoice(
        type: .accrec, contact: .init(name: contact),
        lineItems: [.init(description: "Consulting", quantity: hours, unitAmount: 120, accountCode: "200")],
        dueDate: "2026-12-31", status: .authorised)
    return try await xero.invoices.create(invoices: [invoice], xeroTenantID: tenant).invoices?.first
}
