import Foundation
import Netlify

/// Deploys a site of one page.
func deploy(_ page: URL, sha1: String, site: String, _ netlify: Netlify) async throws -> String? {
    let deploy = try await netlify.deploy.create(siteID: site, .init(files: ["/index.html": .string(sha1)]))
    guard let id = deploy.id else { return nil }
    _ = try await netlify.file.upload(deployID: id, path: "index.html", HTTPBody(file: page))
    return deploy.url
}
