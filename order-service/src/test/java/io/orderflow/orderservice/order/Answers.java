package io.orderflow.orderservice.order;

/** Answers of a provider that keeps to what it was asked. */
final class Answers {

    private Answers() {}

    static ProviderAnswer.Completion completion(String lineId, int attempt) {
        return new ProviderAnswer.Completion(lineId, attempt, key(lineId, attempt), "ref-" + lineId);
    }

    static ProviderAnswer.Failure failure(String lineId, int attempt) {
        return new ProviderAnswer.Failure(
                lineId, attempt, key(lineId, attempt), "out_of_stock", "Not in stock until August", true, null);
    }

    static ProviderAnswer.Reversal reversal(String lineId, int attempt) {
        return new ProviderAnswer.Reversal(lineId, attempt, key(lineId, attempt), "ref-" + lineId, null);
    }

    private static String key(String lineId, int attempt) {
        return lineId + ":" + attempt;
    }
}
