// swift-tools-version: 6.3
import PackageDescription

// Somebody who has a client and its runtime as sources of a module of their own, whose declarations belong to the main actor.

let package = Package(
    name: "SourcesUser",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            exclude: ["Generated/clientsmith.json"],
            swiftSettings: [
                .defaultIsolation(MainActor.self),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
