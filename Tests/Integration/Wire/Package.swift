// swift-tools-version: 6.3
import PackageDescription

// Clients are made of the documents here, and RecordingServer is that of Tests/Integration/ServiceClients; see `Wire` in Tests/run-nested.
let package = Package(
    name: "Wire",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(path: "Clients"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .target(name: "RecordingServer", dependencies: [.product(name: "FlyingSocks", package: "FlyingFox")]),
        .testTarget(
            name: "WireTests",
            dependencies: ["RecordingServer", .product(name: "HTTPTypes", package: "swift-http-types")]
                + ["Wire", "Swagger", "Contacts", "Groups", "Petstore", "WireClientsRuntime"].map {
                    .product(name: $0, package: "Clients")
                }),
    ],
    swiftLanguageModes: [.v6]
)
