// swift-tools-version: 6.3
import PackageDescription

// The sources of the generated package, as somebody has them who copies them into modules of their own whose default
// isolation is the main actor. `Sources` is a link to them.

let settings: [SwiftSetting] = [
    .defaultIsolation(MainActor.self),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let types: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let services = ["ShipEngine", "Forsta", "RunAI", "Togai"]

let package = Package(
    name: "MainActorClients",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [.target(name: "TokenClientsRuntime", dependencies: [types], swiftSettings: settings)]
        + services.map {
            .target(name: $0, dependencies: ["TokenClientsRuntime", types], swiftSettings: settings)
        } + [
            .executableTarget(
                name: "App", dependencies: ["TokenClientsRuntime"] + services.map { .init(stringLiteral: $0) },
                path: "App", swiftSettings: settings)
        ],
    swiftLanguageModes: [.v6]
)
