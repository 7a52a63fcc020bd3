import Testing

@testable import ClientRuntime

@Suite struct SetCookieTests {
    @Test(arguments: [
        ["a=1"],
        ["a=1", "b=2"],
        ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=2; Secure"],
        ["a=1; expires=Wednesday, 21-Oct-26 07:28:00 GMT", "b=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "c="],
        ["a=1,2,3; Path=/", "b=4, 5"],
        ["a=\"x, y=z\"; HttpOnly", "b=2"],
        ["__Host-a!#$=b==; SameSite=None", "c=d; Domain=.example.com; Max-Age=0"],
        ["a=é", "b=ü"],
        ["a=1, =2"],
        [""],
    ])
    func joinedCookiesAreSeparated(_ cookies: [String]) {
        #expect(SetCookies.separated(cookies.joined(separator: ", ")) == cookies)
    }
}
