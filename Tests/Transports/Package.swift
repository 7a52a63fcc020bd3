// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

// CLIENTSMITH_ROOT is another checkout of the package around this one, to compare two versions of the runtime.
let root = Context.environment["CLIENTSMITH_ROOT"] ?? "../.."

let package = Package(
    name: "transports",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "clientsmith", path: root),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "Conformance",
            dependencies: [
                .product(name: "ClientRuntime", package: "clientsmith"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "traffic",
            dependencies: ["Conformance", .product(name: "ClientRuntime", package: "clientsmith")],
            swiftSettings: strict),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "Conformance", .product(name: "ClientRuntime", package: "clientsmith"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
