// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

// The modules under measurement are links to the sources of the package around this one, whose products do not include them.
let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
        .executableTarget(name: "events", dependencies: ["CLibYAML"]),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strict),
        .target(name: "OpenAPI", dependencies: ["YAML", "Diagnostics"], swiftSettings: strict),
        .executableTarget(
            name: "converting", dependencies: ["Diagnostics", "OpenAPI", "YAML"], swiftSettings: strict),
        .executableTarget(name: "reading", dependencies: ["CLibYAML", "Diagnostics", "YAML"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
