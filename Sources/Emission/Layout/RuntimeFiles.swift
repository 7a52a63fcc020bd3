import ClientModel

/// Which sources of the runtime a package has. Those of no part are in every package.
enum RuntimeFiles {
    /// The sources of each part, by file name, and the other parts that they need.
    static let parts: [RuntimePart: (files: [String], needs: [RuntimePart])] = [
        .times: (["TimeOfDay.swift"], []),
        .durations: (["CalendarDuration.swift"], []),
        .unixTimes: (["UnixTime.swift"], [.pointsInTime]),
        .pointsInTime: (["PointInTime.swift"], []),
        .identifiers: (["FormattedText.swift"], []),
        .explicitNulls: (["ExplicitNulls.swift"], []),
        .unions: (["UnionBranch.swift", "UnionDecoder.swift"], []),
        .responseHeaders: (["ResponseHeaders.swift"], []),
        .forms: (["FormBody.swift"], []),
        .receivedForms: (["FormReader.swift"], []),
        .multipart: (["MultipartBody.swift"], [.forms]),
        .receivedMultipart: (["MultipartReader.swift"], [.receivedForms]),
        .events: (["EventParser.swift", "EventStream.swift", "LineSplitter.swift"], []),
        .jsonLines: (["JSONLines.swift", "LineSplitter.swift"], []),
    ]

    /// Every part that some parts need, themselves included.
    static func closure(of parts: Set<RuntimePart>) -> Set<RuntimePart> {
        var all = parts
        var open = Array(parts)
        while let part = open.popLast() {
            for need in self.parts[part]?.needs ?? [] where all.insert(need).inserted { open.append(need) }
        }
        return all
    }

    /// The sources that a package with some parts goes without.
    static func unused(by parts: Set<RuntimePart>) -> Set<String> {
        let used = Set(closure(of: parts).flatMap { self.parts[$0]?.files ?? [] })
        return Set(self.parts.values.flatMap(\.files)).subtracting(used)
    }
}

extension PackageModel {
    /// The sources of the runtime that none of its clients uses.
    var unusedRuntimeFiles: Set<String> {
        hasWholeRuntime ? [] : RuntimeFiles.unused(by: clients.reduce(into: []) { $0.formUnion($1.runtimeParts) })
    }
}
