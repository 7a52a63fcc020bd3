// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

// CLIENTSMITH_ROOT is another checkout of the package around this one, to compare two versions of the runtime;
// CLIENTSMITH_TRANSPORTS=urlSession is for one that has no other transport.
let root = Context.environment["CLIENTSMITH_ROOT"] ?? "../../.."
let hasAll = Context.environment["CLIENTSMITH_TRANSPORTS"] != "urlSession"
let traits: Set<Package.Dependency.Trait> = hasAll ? [.defaults, "AsyncHTTPClient"] : [.defaults]
let packages: [Package.Dependency] = [
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
]
let products: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
]

let package = Package(
    name: "transports",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "clientsmith", path: root, traits: traits),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ] + (hasAll ? packages : []),
    targets: [
        .target(name: "CAllocator"),
        .target(
            name: "Conformance",
            dependencies: [
                "CAllocator",
                .product(name: "ClientRuntime", package: "clientsmith"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + (hasAll ? products : []),
            swiftSettings: strict + (hasAll ? [.define("AsyncHTTPClient")] : [])),
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
