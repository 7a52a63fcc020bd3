import Diagnostics

extension Reader {
    /// Names every `operationId` that an earlier operation has already; names are settled later.
    func reportRepeatedOperationIDs(_ document: Document) {
        var seen = SeenOperations()
        for item in document.paths { reportRepeated(item, &seen) }
        for webhook in document.webhooks { reportRepeated(webhook.item, &seen) }
    }

    private func reportRepeated(_ item: PathItem, _ seen: inout SeenOperations) {
        for operation in item.operations {
            if let id = operation.operationID, let place = operation.operationIDPlace {
                if let first = seen.ids[id] {
                    report(
                        .repaired, .duplicateOperationID,
                        "the operationId \(quote(id)) stands twice; this operation gets another name", at: place,
                        notes: first == place ? [] : [.init("first here", at: first)])
                } else {
                    seen.ids[id] = place
                }
            }
            for callback in operation.callbacks where seen.callbacks.insert(callback.pointer).inserted {
                for item in callback.items { reportRepeated(item, &seen) }
            }
        }
    }
}

/// Callbacks can hold each other in as many ways as there are paths between them, so each is looked into once.
private struct SeenOperations {
    var ids: [String: Place] = [:]
    var callbacks: Set<String> = []
}
