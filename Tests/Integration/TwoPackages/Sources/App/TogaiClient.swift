import Togai
import TogaiRuntime

let togai = Togai(
    bearerAuth: "key",
    transport: StubTransport(.json(#"{"token":"togai"}"#), .json(#"{"message":"private"}"#, status: 429)))
