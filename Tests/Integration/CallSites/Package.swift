// swift-tools-version: 6.3
import PackageDescription

// The calling code of everyday jobs, against clients of real documents; see `CallSites` in Tests/run-nested.
let package = Package(
    name: "CallSites",
    platforms: [.macOS(.v15)],
    dependencies: [.package(path: "Clients")],
    targets: [
        .target(
            name: "CallSites",
            dependencies: [
                "CallSiteClientsRuntime", "OpenAI", "Spotify", "Docker", "Twilio", "Xero", "Lob", "Qdrant", "Linode",
                "Netlify",
                "Figma",
            ].map { .product(name: $0, package: "Clients") })
    ],
    swiftLanguageModes: [.v6]
)
