import Twilio

/// Makes a messaging service with a phone number.
func messagingService(_ name: String, number: String, _ twilio: Twilio) async throws -> String? {
    let service = try await twilio.service.create(friendlyName: name)
    guard let sid = service.sid else { return nil }
    return try await twilio.phoneNumber.create(serviceSid: sid, phoneNumberSid: number).sid
}
