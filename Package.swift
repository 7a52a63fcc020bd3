// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// What the sources of the runtime need where the traits AsyncHTTPClient and URLSession exist.
let transports: [SwiftSetting] = [.define("TransportTraits")]

/// The tool of a release, which the plug-ins run. Between releases it is `nil`, and plug-ins build the tool. `Release/publish.py mark` writes it.
let releasedTool: Target? = nil

/// Set CLIENTSMITH_FROM_SOURCE where a release has no program for the machine, and for `swift run clientsmith`. A release without it has no product that
/// needs more packages than swift-http-types, so SwiftPM fetches no others.
let tool = Context.environment["CLIENTSMITH_FROM_SOURCE"] == nil ? releasedTool : nil
/// SwiftPM compiles what plug-ins run apart from the rest, so that all is compiled twice. The tests of the repository set CLIENTSMITH_WITHOUT_PLUGINS.
let hasPlugins = Context.environment["CLIENTSMITH_WITHOUT_PLUGINS"] == nil
let pluginTool: Target.Dependency = .target(name: tool?.name ?? "clientsmith")

let pluginProducts: [Product] = [
    .plugin(name: "ClientsmithPlugin", targets: ["ClientsmithPlugin"]),
    .plugin(name: "ClientsmithCommand", targets: ["ClientsmithCommand"]),
]

let plugins: [Target] = [
    .plugin(
        name: "ClientsmithPlugin", capability: .buildTool(), dependencies: [pluginTool],
        path: "Sources/ClientsmithPlugin"),
    .plugin(
        name: "ClientsmithCommand",
        capability: .command(
            intent: .custom(verb: "generate-clients", description: "Write the clients of OpenAPI documents."),
            permissions: [.writeToPackageDirectory(reason: "to write the clients where the configuration says")]),
        dependencies: [pluginTool], path: "Sources/ClientsmithCommand"),
]

/// The tests of modules, a folder each below Tests/Units, and what they share.
let unitTests: [Target] = [
    .target(name: "TestSupport", dependencies: ["YAML"], path: "Tests/Units/Support", swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("YAMLTests", ["YAML", "Diagnostics", "TestSupport"], exclude: ["suite-differences.tsv", "Cases"]),
    tests("OverlaysTests", ["Overlays", "YAML", "Diagnostics", "TestSupport"], exclude: ["Cases"]),
    tests("OpenAPITests", ["OpenAPI", "YAML", "Diagnostics", "TestSupport"], exclude: ["Cases"]),
    tests(
        "LoweringTests",
        ["Changes", "Lowering", "OpenAPI", "YAML", "ClientModel", "Diagnostics", "TestSupport"]),
    tests("EmissionTests", ["Emission", "TestSupport"]),
    tests("ClientRuntimeTests", ["ClientRuntime"], exclude: ["style-table.txt"]),
    tests(
        "GenerationTests",
        ["Generation", "OpenAPI", "YAML", "ClientModel", "Changes", "Diagnostics", "TestSupport"],
        exclude: ["Cases"]),
    tests("ClientsmithTests", ["clientsmith", "Generation", "TestSupport"]),
]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/Units/\(name)", exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "clientsmith",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "ClientRuntime", targets: ["ClientRuntime"])
    ] + (hasPlugins ? pluginProducts : [])
        + (tool == nil ? [.executable(name: "clientsmith", targets: ["clientsmith"])] : []),
    traits: [
        .default(enabledTraits: ["URLSession"]),
        .trait(name: "URLSession", description: "The transport over Foundation's URLSession."),
        .trait(name: "AsyncHTTPClient", description: "The transport over AsyncHTTPClient, for servers and Linux."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strict),
        .target(name: "OpenAPI", dependencies: ["YAML", "Diagnostics"], swiftSettings: strict),
        .target(name: "Overlays", dependencies: ["YAML", "Diagnostics"], swiftSettings: strict),
        .target(name: "ClientModel", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "Changes", dependencies: ["ClientModel", "Diagnostics"], swiftSettings: strict),
        .target(
            name: "Lowering", dependencies: ["OpenAPI", "YAML", "ClientModel", "Diagnostics"],
            swiftSettings: strict),
        .target(name: "Emission", dependencies: ["ClientModel", "Diagnostics"], swiftSettings: strict),
        .target(
            name: "ClientRuntime",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(
                    name: "NIOHTTPCompression", package: "swift-nio-extras",
                    condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            swiftSettings: strict + transports),
        .executableTarget(name: "embed-templates", swiftSettings: strict),
        .target(name: "Templates", swiftSettings: strict),
        .target(
            name: "Generation",
            dependencies: [
                "YAML", "Overlays", "OpenAPI", "ClientModel", "Lowering", "Emission", "Changes", "Diagnostics",
                "Templates",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "clientsmith",
            dependencies: [
                "Generation", "Emission", "Templates", "Changes", "ClientModel", "OpenAPI", "YAML", "Diagnostics",
                "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
    ] + unitTests + (hasPlugins ? plugins : []) + (tool.map { [$0] } ?? []),
    swiftLanguageModes: [.v6]
)
