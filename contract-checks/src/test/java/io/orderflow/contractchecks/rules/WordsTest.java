package io.orderflow.contractchecks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QuoteSubmitted",
                "QuoteApprovalRequested",
                "QuoteApproved",
                "QuoteRejected",
                "QuoteAccepted",
                "OrderCaptured",
                "OrderValidated",
                "OrderSubmittedForFulfillment",
                "OrderLineFulfillmentCompleted",
                "OrderCompleted",
                "ParcelSent"
            })
    void areFacts(String name) {
        assertThat(PastTense.isFact(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SubmitQuote",
                "ApproveQuote",
                "ProcessOrder",
                "DoFulfillment",
                "UpdateOrder",
                "SyncData",
                "OrderNeed",
                "Completed",
                "OrderProceed"
            })
    void areCommandsOrNothing(String name) {
        assertThat(PastTense.isFact(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cardNumber", "card_number", "CardNumbers", "CARD-NUMBER", "cardnumber", "oldCardNumber2"})
    void areCutWhicheverWayTheyAreJoined(String name) {
        assertThat(Words.contain(name, Set.of("cardnumber"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cardNumbering", "discardNumber", "numberOfCards", "postcard"})
    void areNotFoundInsideOfOthers(String name) {
        assertThat(Words.contain(name, Set.of("cardnumber"))).isFalse();
    }
}
