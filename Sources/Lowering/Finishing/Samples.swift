import ClientModel

extension Lowerer {
    mutating func addSamples(to api: inout API) {}
}
