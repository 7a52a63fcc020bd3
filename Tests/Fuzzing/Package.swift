// swift-tools-version: 6.3
import PackageDescription

let covered: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

// The modules under test are links to the sources of the package around this one, built with coverage for libFuzzer.
let package = Package(
    name: "fuzzing",
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
        .target(name: "Diagnostics", swiftSettings: covered),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: covered),
        .target(name: "OpenAPI", dependencies: ["YAML", "Diagnostics"], swiftSettings: covered),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "Diagnostics", "YAML", "OpenAPI"], swiftSettings: covered,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ],
    swiftLanguageModes: [.v6]
)
