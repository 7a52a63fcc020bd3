import ClientModel

extension ViewType {
    /// `Package.swift`. Only names from the configuration stand in it, never text of a document: it is run when dependencies are resolved.
    static let packageManifest: ViewType = ViewType(
        name: "packageManifest", summary: "The package's manifest.",
        keys: [
            .slot("packageName", "The package's name as a string literal."),
            .slot("runtimeName", "The runtime's module as a string literal."),
            .views("clients", "The clients.", .packageClient),
        ])

    static let packageClient: ViewType = ViewType(
        name: "packageClient", summary: "One client's targets.",
        keys: [
            .slot("moduleName", "The module as a string literal."),
            .slot("testsName", "The test target as a string literal."),
            .slot("dependency", "The runtime's target as a string literal."),
        ])

    /// The round-trip tests of one client.
    static let testsFile: ViewType = ViewType(
        name: "testsFile", summary: "The round-trip tests of one client.",
        keys: [
            .slot("testableImport", "The import of the client's module.", example: "import ShipEngine"),
            .slot("runtime", "The runtime's module."),
            .slot("suite", "The suite's name."),
            .views("types", "The types with samples.", .testedType),
            .views("enumerations", "The open enums.", .testedType),
        ])

    static let testedType: ViewType = ViewType(
        name: "testedType", summary: "A type under test.",
        keys: [
            .slot("function", "The test's function."),
            .slot("type", "The type, spelled in full."),
            .slots("samples", "JSON texts as string literals."),
            .slot("unknown", "An unknown value."),
        ])

    /// A file that says nothing of the clients.
    static let constant: ViewType = ViewType(name: "constant", summary: "A file with constant text.", keys: [])
}

extension PackageModel {
    var manifestView: View {
        View(
            .packageManifest,
            [
                "packageName": .code("\(literal: name.text)"),
                "runtimeName": .code("\(literal: runtimeName.text)"),
                "clients": .views(
                    clients.map { client in
                        View(
                            .packageClient,
                            [
                                "moduleName": .code("\(literal: client.name.text)"),
                                "testsName": .code("\(literal: client.testModule.text)"),
                                "dependency": .code("\(literal: runtimeName.text)"),
                            ])
                    }),
            ])
    }
}

extension ClientScope {
    var testsFile: View {
        let isVisible = package.access != .internal
        return View(
            .testsFile,
            [
                "testableImport": .code(isVisible ? "import \(api.name)" : "@testable import \(api.name)"),
                "runtime": .code(Code(package.runtimeName)),
                "suite": .code(Code(api.suiteName)),
                "types": .views(api.types.filter { !$0.samples.isEmpty }.map(testedType)),
                "enumerations": .views(api.types.compactMap(testedEnumeration)),
            ])
    }

    private func testedType(_ type: TypeDeclaration) -> View {
        View(
            .testedType,
            [
                "function": .code(Code(type.testName)),
                "type": .code(speller.spellFully(.named(type.id))),
                "samples": .codes(type.samples.map { "\(literal: $0)" }),
            ])
    }

    private func testedEnumeration(_ type: TypeDeclaration) -> View? {
        guard case .enumeration(let enumeration) = type.shape, enumeration.rawType != .boolean,
            let function = type.unknownTestName
        else { return nil }
        return View(
            .testedType,
            [
                "function": .code(Code(function)),
                "type": .code(speller.spellFully(.named(type.id))),
                "unknown": .code(enumeration.unknownValue),
            ])
    }
}

extension Enumeration {
    /// A literal of a value that is none of the known ones.
    fileprivate var unknownValue: Code {
        switch rawType {
        case .string:
            let known = Set(cases.map(\.value))
            var candidate = "unknown-to-the-document"
            while known.contains(.string(candidate)) { candidate += "!" }
            return "\(literal: candidate)"
        case .integer:
            let known = cases.compactMap { if case .integer(let value) = $0.value { value } else { nil } }
            let candidate = (0...Int64(known.count)).first { !known.contains($0) } ?? 0
            return "\(candidate)"
        case .unsigned:
            let known = cases.compactMap { if case .unsigned(let value) = $0.value { value } else { nil } }
            let candidate = (0...UInt64(known.count)).first { !known.contains($0) } ?? 0
            return "\(candidate)"
        case .number: return "0.8251953125"
        case .boolean: return "true"
        }
    }
}
