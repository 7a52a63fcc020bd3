import ClientModel
import Lowering
import YAML

/// A configuration to begin with, as the text a person goes on from.
public struct NewConfiguration {
    /// A document that the configuration will name.
    public struct Client {
        /// Relative to the configuration.
        public var document: String
        /// The module, which is also the name of the client's type.
        public var module: String
        /// Each security scheme's key in the document, and the environment variable its credential is read from.
        public var credentials: [(scheme: String, environment: String)]

        /// The environment variables are listed for the user to change.
        public init(document: String, module: String, credentials: [(scheme: String, environment: String)]) {
            self.document = document
            self.module = module
            self.credentials = credentials
        }
    }

    /// The file beside the configuration that editors take its JSON Schema from.
    public static let schemaFileName = "clientsmith.schema.json"

    private var package: String
    private var output: String
    private var clients: [Client]
    private var limits: [(key: LimitKey, number: Int)]

    /// Paths are relative to the folder of the configuration.
    public init(package: String, output: String, clients: [Client], limits: [(key: LimitKey, number: Int)] = []) {
        self.package = package
        self.output = output
        self.clients = clients
        self.limits = limits
    }

    /// YAML, with every text of a document in quotes.
    public var text: String {
        var lines = [
            "# yaml-language-server: $schema=\(Self.schemaFileName)",
            "# The clients that `clientsmith generate` writes.", "package: \(package)",
            "output: \(jsonText(output))", "access: public",
        ]
        if !limits.isEmpty {
            lines.append("limits: { \(limits.map { "\($0.key.rawValue): \($0.number)" }.joined(separator: ", ")) }")
        }
        lines.append("clients:")
        for client in clients {
            lines += ["  - document: \(jsonText(client.document))", "    module: \(client.module)"]
            if client.credentials.isEmpty { continue }
            lines.append("    security:")
            lines += client.credentials.map { "      \(jsonText($0.scheme)): { environment: \($0.environment) }" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A module's name of the words of a title: `Run:ai API` is `RunAiAPI`. One that is taken or can't be a module's gets `Client` behind it, and
    /// then a number.
    public static func module(titled title: String, besides taken: [String]) -> String {
        let words = title.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let plain = joined.first?.isLetter == true ? joined : "Service" + joined
        let others = Set(taken.map { $0.lowercased() })
        func isFree(_ name: String) -> Bool {
            ReservedModules.reason(against: name) == nil && !others.contains(name.lowercased())
        }
        if isFree(plain) { return plain }
        if isFree(plain + "Client") { return plain + "Client" }
        return (2...).lazy.map { "\(plain)\($0)" }.first(where: isFree) ?? plain
    }
}
