// swift-tools-version: 6.3
// Written by clientsmith. Do not edit.
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .define("TransportTraits"),
]

let package = Package(
    name: "TokenClients",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "ShipEngine", targets: ["ShipEngine"]),
        .library(name: "Forsta", targets: ["Forsta"]),
        .library(name: "RunAI", targets: ["RunAI"]),
        .library(name: "Togai", targets: ["Togai"]),
        .library(name: "TokenClientsRuntime", targets: ["TokenClientsRuntime"]),
    ],
    traits: [
        .default(enabledTraits: ["URLSession"]),
        .trait(name: "URLSession", description: "The transport over Foundation's URLSession."),
        .trait(name: "AsyncHTTPClient", description: "The transport over AsyncHTTPClient, for servers and Linux."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
    ],
    targets: [
        .target(
            name: "TokenClientsRuntime",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(
                    name: "NIOHTTPCompression", package: "swift-nio-extras", condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            swiftSettings: settings),
        .target(name: "ShipEngine", dependencies: ["TokenClientsRuntime"], swiftSettings: settings),
        .testTarget(
            name: "ShipEngineTests",
            dependencies: ["ShipEngine", "TokenClientsRuntime"],
            swiftSettings: settings),
        .target(name: "Forsta", dependencies: ["TokenClientsRuntime"], swiftSettings: settings),
        .testTarget(
            name: "ForstaTests",
            dependencies: ["Forsta", "TokenClientsRuntime"],
            swiftSettings: settings),
        .target(name: "RunAI", dependencies: ["TokenClientsRuntime"], swiftSettings: settings),
        .testTarget(
            name: "RunAITests",
            dependencies: ["RunAI", "TokenClientsRuntime"],
            swiftSettings: settings),
        .target(name: "Togai", dependencies: ["TokenClientsRuntime"], swiftSettings: settings),
        .testTarget(
            name: "TogaiTests",
            dependencies: ["Togai", "TokenClientsRuntime"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
