// swift-tools-version: 6.3
import PackageDescription

// An app with two packages under `Packages`, each made by a run of `clientsmith generate DOCUMENT`. `Tests/run-nested`
// makes them and copies this package beside them.

let package = Package(
    name: "TwoPackages",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(path: "Packages/ShipEngine"),
        .package(path: "Packages/Togai"),
    ],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [
                .product(name: "ShipEngine", package: "ShipEngine"),
                .product(name: "ShipEngineRuntime", package: "ShipEngine"),
                .product(name: "Togai", package: "Togai"),
                .product(name: "TogaiRuntime", package: "Togai"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ],
    swiftLanguageModes: [.v6]
)
