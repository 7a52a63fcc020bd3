import Foundation
import TestSupport
import Testing

@testable import Generation

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String?, _ new: String?) -> String {
        UnifiedDiff.text(path: "a.txt", old: old.map { Array($0.utf8) }, new: new.map { Array($0.utf8) })
    }

    @Test func equalTextsHaveNone() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff(nil, nil) == "")
    }

    @Test func showsThreeLinesAroundAChange() {
        let old = (1...9).map { "\($0)\n" }.joined()
        #expect(
            diff(old, old.replacing("5\n", with: "five\n"))
                == """
                --- a/a.txt
                +++ b/a.txt
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func namesTheFileThatIsNotThere() {
        #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1,1 @@\n+a\n")
        #expect(diff("a\n", nil) == "--- a/a.txt\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n")
    }

    @Test func saysWhereNoLineFeedEndsAFile() {
        #expect(
            diff("a", "a\n")
                == "--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n")
    }

    @Test func comparesBytes() {
        #expect(diff("caf\u{E9}\n", "cafe\u{301}\n").contains("-caf\u{E9}\n"))
        #expect(diff("a\nb\n", "a\r\nb\n").hasSuffix("@@ -1,2 +1,2 @@\n-a\n+a\r\n b\n"))
    }

    /// `git apply` turns the old text into the new one by what the diff says.
    @Test func gitAppliesWhatItSays() throws {
        var random = SystemRandomNumberGenerator()
        let scratch = try Scratch()
        let folder = scratch.url
        for round in 0..<30 {
            let old = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                "line \(Int.random(in: 0..<8, using: &random))\n"
            }
            var new = old
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<new.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0 where new.count > 1: new.remove(at: index)
                case 1: new.insert("new \(round)\n", at: index)
                default: new[index] = "changed \(round)" + (index == new.count - 1 ? "" : "\n")
                }
            }
            guard old != new else { continue }
            let (before, after) = (old.joined(), new.joined())
            let file = folder.appending(path: "a.txt")
            try before.write(to: file, atomically: true, encoding: .utf8)
            let patch = folder.appending(path: "a.patch")
            try diff(before, after).write(to: patch, atomically: true, encoding: .utf8)
            let git = Process()
            git.executableURL = URL(filePath: "/usr/bin/env")
            git.arguments = ["git", "apply", "--unsafe-paths", "-p1", "a.patch"]
            git.currentDirectoryURL = folder
            try git.run()
            git.waitUntilExit()
            #expect(git.terminationStatus == 0, "\(diff(before, after))")
            #expect(try String(contentsOf: file, encoding: .utf8) == after)
        }
    }

    /// Texts with nothing in common take no time in proportion to their square.
    @Test(.timeLimit(.minutes(1))) func longTextsAreShownWhole() {
        let old = (0..<50_000).map { "old \($0)\n" }.joined()
        let new = (0..<50_000).map { "new \($0)\n" }.joined()
        #expect(diff(old, new).hasPrefix("--- a/a.txt\n+++ b/a.txt\n@@ -1,50000 +1,50000 @@\n-old 0\n"))
    }
}
