// swift-tools-version: 6.3
import PackageDescription

// A server on Linux: its client sends over AsyncHTTPClient, and URLSession is not linked.

let package = Package(
    name: "ServerUser",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(path: "../ShipEngine", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [
                .product(name: "ShipEngine", package: "ShipEngine"),
                .product(name: "ShipEngineRuntime", package: "ShipEngine"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
