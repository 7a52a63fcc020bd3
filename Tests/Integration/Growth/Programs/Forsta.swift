import Forsta
import ForstaRuntime

func renew(_ forsta: Forsta) async throws -> String {
    try await forsta.ephemeralToken.delete()
    return try await forsta.ephemeralToken.create().token
}

func outcome() async -> String {
    do {
        let answer: Forsta.EphemeralTokenPostResponse = try await Forsta(jsonWebToken: "key").ephemeralToken.create()
        return answer.token
    } catch .undocumented(let response) {
        return "\(response) \(response.body.count)"
    } catch {
        return "\(error)"
    }
}

func example() -> Forsta.EphemeralTokenPostResponse {
    var answer = Forsta.EphemeralTokenPostResponse(token: "t")
    answer.token = "u"
    return answer
}

func handle(_ error: ClientError<Never>) -> Int? { error.status }
