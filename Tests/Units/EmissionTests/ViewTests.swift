import ClientModel
import Testing

@testable import Emission

@Suite struct ViewTests {
    private let package = PackageModel(
        name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [SampleAPI.api])

    @Test func everyViewHoldsOnlyWhatItsTypeDeclares() {
        let client = ClientScope(SampleAPI.api, in: package)
        let nested = NestedTypes(SampleAPI.api)
        let views: [(View, ViewType)] =
            [
                (package.manifestView, .packageManifest), (package.readmeView, .readmePage),
                (client.serviceFile().view, .serviceFile), (client.servicePage, .servicePage),
                (client.groupFile(0, nested: nested).view, .groupFile), (client.groupPage(0, page: 0), .groupPage),
                (client.testsFile, .testsFile),
            ] + SampleAPI.api.types.map { (client.typeFile($0, nested: nested).view, .typeFile) }
        for (view, type) in views { #expect(view.undeclared(in: type) == []) }
    }

    @Test func namesAreSpelledAsShortAsTheirPlaceAllows() {
        let speller = TypeSpeller(SampleAPI.api)
        #expect(speller.spell(.named(SampleAPI.status), in: .type(SampleAPI.pet)).text == "Status")
        #expect(speller.spell(.named(SampleAPI.status), in: .service).text == "Pet.Status")
        #expect(speller.spell(.array(.nullable(.named(SampleAPI.pet))), in: .group(0)).text == "[Pet?]")
        #expect(speller.spellFully(.named(SampleAPI.status)).text == "Store.Pet.Status")
    }

    @Test func aNestedNameThatHidesAnotherMakesThePathLonger() {
        var api = SampleAPI.api
        api.types[1].name = SampleAPI.name("Animal")
        let speller = TypeSpeller(api)
        #expect(speller.spell(.named(SampleAPI.animal), in: .type(SampleAPI.pet)).text == "Store.Animal")
        #expect(speller.spell(.named(SampleAPI.status), in: .type(SampleAPI.pet)).text == "Animal")
    }

    @Test func internalDeclarationsCarryNoModifierAndImportInternally() {
        var package = package
        package.access = .internal
        #expect(ClientScope(SampleAPI.api, in: package).access.text == "")
        var imports = Imports()
        imports.expose([.foundation])
        imports.use(.runtime)
        #expect(
            imports.lines(package).map(\.text) == [
                "import ShopRuntime", "", "#if canImport(FoundationEssentials)",
                "import FoundationEssentials", "#else", "import Foundation", "#endif",
            ])
    }
}

extension View {
    /// The keys that the view, or one it holds, has and its type does not declare.
    func undeclared(in type: ViewType) -> [String] {
        keys.flatMap { name -> [String] in
            guard let key = type[name] else { return ["\(type.name).\(name)"] }
            switch (key.kind, self[name]) {
            case (.view(let inner), .view(let view)): return view.undeclared(in: inner())
            case (.views(let inner), .views(let views)): return views.flatMap { $0.undeclared(in: inner()) }
            case (.slot, .code), (.slot, .markdown), (.slots, .codes), (.flag, .flag): return []
            default: return ["\(type.name).\(name) is of another kind"]
            }
        }
    }
}
