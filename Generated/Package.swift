// swift-tools-version: 6.3
// Written by clientsmith. Do not edit.
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
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
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "TokenClientsRuntime",
            dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
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
