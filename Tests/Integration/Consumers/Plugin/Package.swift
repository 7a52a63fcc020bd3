// swift-tools-version: 6.3
import PackageDescription

// Somebody whose clients are made while building: the target's folder holds a configuration and documents.

let package = Package(
    name: "PluginUser",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(path: "../clientsmith")
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [.product(name: "ClientRuntime", package: "clientsmith")],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
                .treatAllWarnings(as: .error),
            ],
            plugins: [.plugin(name: "ClientsmithPlugin", package: "clientsmith")])
    ],
    swiftLanguageModes: [.v6]
)
