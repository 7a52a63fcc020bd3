import ShipEngine
import ShipEngineRuntime

let shipEngine = ShipEngine(apiKey: "key", transport: StubTransport(.json(#"{"token":"ship"}"#)))
