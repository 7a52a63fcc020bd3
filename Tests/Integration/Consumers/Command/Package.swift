// swift-tools-version: 6.3
import PackageDescription

// Somebody who keeps the sources of a client in version control and writes them anew with the command plug-in.

let package = Package(
    name: "CommandUser",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(path: "../clientsmith")
    ],
    targets: [
        .target(
            name: "Clients",
            dependencies: [.product(name: "ClientRuntime", package: "clientsmith")],
            exclude: ["Generated/clientsmith.json"],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]),
        .executableTarget(
            name: "App",
            dependencies: ["Clients", .product(name: "ClientRuntime", package: "clientsmith")]),
    ],
    swiftLanguageModes: [.v6]
)
