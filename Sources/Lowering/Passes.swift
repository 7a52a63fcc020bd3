@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// A step of lowering: a function of what earlier passes gave.
struct Pass: Sendable {
    let name: String
    let needs: [Product]
    let gives: [Product]
    let run: @Sendable (inout UnfinishedClient) -> Void

    /// What a pass gives to those after it.
    enum Product: String, CaseIterable, Sendable {
        case located = "located operations"
        case identifiers = "component identifiers"
        case components = "component declarations"
        case operations
        case methods = "method names"
        case webhooks
        case schemas = "lowered schemas"
        case shapes = "all declarations"
        case copies = "distinct declarations"
        case aliases = "resolved aliases"
        case nesting
        case constants
        case typeNames = "type names"
        case groups = "groups with operations"
        case headers
        case servers
        case credentials
        case usages
        case presences = "null and absent"
        case binaries = "bytes"
        case overloads
        case storage = "finite values"
        case sizes = "bounded values"
        case memberNames = "member names"
        case api = "the model"
        case companions = "file and test names"
        case samples
    }

    init(
        _ name: String, needs: [Product] = [], gives: [Product] = [],
        run: @escaping @Sendable (inout UnfinishedClient) -> Void
    ) {
        (self.name, self.needs, self.gives, self.run) = (name, needs, gives, run)
    }

    /// All of them, in their order.
    static let all: [Pass] = conversion + finishing + assembly

    /// Those that make declarations of schemas, and operations of paths.
    private static let conversion: [Pass] = [
        Pass("check the selection") {
            reportUnknownChoices(of: $0.options, in: $0.facts.document, &$0.converter.schemas.lookup.findings)
        },
        Pass("locate operations", gives: [.located]) { $0.locate() },
        Pass("declare components", gives: [.identifiers]) {
            let selection = $0.selection
            $0.converter.schemas.declareComponents { selection?.contains(schema: $0) ?? true }
        },
        Pass("lower components", needs: [.identifiers], gives: [.components]) {
            $0.converter.schemas.lowerPendingComponents()
        },
        Pass("lower operations", needs: [.located, .components], gives: [.operations]) {
            $0.operations = $0.converter.operations($0.located)
        },
        Pass("name methods for media types", needs: [.operations], gives: [.methods]) {
            nameVariants(
                of: &$0.operations, in: $0.groups, &$0.converter.schemas.naming, &$0.converter.schemas.lookup.findings)
            recordPlainVariants(of: $0.operations, in: &$0.converter.schemas.naming.recorded)
        },
        Pass("lower webhooks", needs: [.operations], gives: [.webhooks]) {
            $0.webhooks = $0.converter.webhooks($0.located, $0.selection)
        },
        Pass("lower what operations use", needs: [.webhooks], gives: [.schemas]) {
            $0.converter.schemas.lowerPendingComponents()
        },
        Pass("drop what is only merged", needs: [.schemas], gives: [.shapes]) {
            dropReserved(
                &$0.converter.schemas.components, from: &$0.converter.schemas.declarations, &$0.operations,
                &$0.webhooks, &$0.converter.schemas.unions.ambiguities)
        },
    ]

    /// Those that give declarations what only all of them together decide.
    private static let finishing: [Pass] = [
        Pass("make one type of equal ones", needs: [.shapes], gives: [.copies]) { $0.mergeCopies() },
        Pass("break alias cycles", needs: [.copies], gives: [.aliases]) {
            $0.aliases = Aliases(breakingCyclesOf: &$0.converter.schemas.declarations)
        },
        Pass("move declarations out of aliases", needs: [.aliases], gives: [.nesting]) {
            $0.nesting = Nesting(movingOutOfAliases: &$0.converter.schemas.declarations, $0.aliases)
        },
        Pass("set constants", needs: [.aliases, .nesting], gives: [.constants]) {
            setConstants(in: &$0.converter.schemas.declarations, $0.aliases, $0.nesting, &$0.converter.schemas.naming)
        },
        Pass("name types", needs: [.nesting, .methods], gives: [.typeNames]) { $0.nameTypes() },
        Pass("group operations", needs: [.typeNames], gives: [.groups]) {
            for one in $0.operations { $0.groups[one.group].operations.append(one.operation) }
        },
        Pass("name headers", needs: [.groups], gives: [.headers]) {
            $0.headers = nameHeaders(
                of: &$0.groups, &$0.converter.schemas.naming, &$0.converter.schemas.lookup.findings)
        },
        Pass("name servers", needs: [.groups], gives: [.servers]) {
            $0.servers = nameServers(
                of: $0.facts.document.servers, in: &$0.groups, &$0.converter.schemas.naming,
                &$0.converter.schemas.lookup.findings)
        },
        Pass("find usages", needs: [.copies], gives: [.usages]) {
            $0.usages = Usages(of: $0.converter.schemas.declarations, by: $0.operations.map(\.operation), $0.webhooks)
        },
        Pass("report ambiguous unions", needs: [.usages]) {
            report($0.converter.schemas.unions.ambiguities, $0.usages, &$0.converter.schemas.lookup.findings)
        },
        Pass("resolve presence", needs: [.aliases, .constants, .usages], gives: [.presences]) {
            resolvePresence(in: &$0.converter.schemas.declarations, $0.usages, $0.aliases)
        },
        Pass(
            "add overloads", needs: [.located, .aliases, .groups, .constants, .presences], gives: [.overloads]
        ) { $0.addOverloads() },
        Pass("keep bytes in multipart bodies", needs: [.copies], gives: [.binaries]) {
            keepBinaries(
                in: &$0.converter.schemas.declarations,
                ofMultipart: $0.operations.map(\.operation).contents + $0.webhooks.contents)
        },
        Pass("break cycles", needs: [.aliases, .presences], gives: [.storage]) {
            $0.held = HeldTypes(breakingCyclesOf: &$0.converter.schemas.declarations, $0.aliases)
        },
        Pass("bound sizes", needs: [.storage], gives: [.sizes]) {
            boundSizes(in: &$0.converter.schemas.declarations, $0.held)
        },
        Pass("name members", needs: [.presences, .sizes], gives: [.memberNames]) {
            nameMembers(in: &$0.converter.schemas.declarations)
        },
    ]
    /// Those that make the model of what is finished.
    private static let assembly: [Pass] = [
        Pass("name credentials", needs: [.operations], gives: [.credentials]) { $0.nameCredentials() },
        Pass("report what is unused", needs: [.typeNames, .credentials]) { $0.reportUnused() },
        Pass("report what is not checked", needs: [.shapes]) { $0.reportUnchecked() },
        Pass(
            "assemble",
            needs: [.typeNames, .headers, .servers, .credentials, .usages, .overloads, .binaries, .memberNames],
            gives: [.api]
        ) { $0.assemble() },
        Pass("name files and tests", needs: [.api], gives: [.companions]) { $0.api.nameCompanions() },
        Pass("add samples", needs: [.api], gives: [.samples]) {
            addSamples(
                to: &$0.api, $0.converter.schemas.declarations, $0.facts.document, &$0.converter.schemas.budget,
                $0.workers)
        },
    ]
}
