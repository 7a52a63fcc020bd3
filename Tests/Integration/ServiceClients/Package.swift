// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let clients: [Target.Dependency] =
    ["ShipEngine", "Forsta", "RunAI", "Togai", "TokenClientsRuntime"].map {
        .product(name: $0, package: "Generated")
    } + [.product(name: "HTTPTypes", package: "swift-http-types")]

let package = Package(
    name: "Clients",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(path: "../../../Generated"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .target(
            name: "RecordingServer",
            dependencies: [.product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: strict),
        .executableTarget(name: "recode", dependencies: clients, swiftSettings: strict),
        .testTarget(
            name: "ClientsTests",
            dependencies: clients + ["RecordingServer"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
