// swift-tools-version: 6.3
import PackageDescription

// Cases and SchemasRuntime are made by `clientsmith_tests.payloads` of the documents under Cases/.
let package = Package(
    name: "Schemas",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(
            name: "SchemasRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            path: "Sources/SchemasRuntime", swiftSettings: settings),
        .target(name: "Cases", dependencies: ["SchemasRuntime"], path: "Sources/Cases", swiftSettings: settings),
        .testTarget(name: "SchemasTests", dependencies: ["Cases", "SchemasRuntime"]),
    ],
    swiftLanguageModes: [.v6]
)

var settings: [SwiftSetting] {
    [
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
    ]
}
