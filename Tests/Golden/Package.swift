// swift-tools-version: 6.3
import PackageDescription

// The output compiles as it is expected; see `Golden` in Tests/run-nested, which adds the runtime.
let package = Package(
    name: "Golden",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(
            name: "ClientRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            path: "ClientRuntime"),
        .target(name: "Output", dependencies: ["ClientRuntime"], path: "Output", exclude: ["clientsmith.json"]),
        .target(
            name: "FixedOutput", dependencies: ["ClientRuntime"], path: "FixedOutput", exclude: ["clientsmith.json"]),
    ],
    swiftLanguageModes: [.v6]
)
