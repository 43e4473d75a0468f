package io.orderflow.cli.scenario;

/** Something that happens to an order, told while it happens. */
interface Story {

    String name();

    /** One sentence: what goes wrong and what becomes of it. */
    String summary();

    /**
     * Lets it happen.
     *
     * @throws io.orderflow.cli.stack.Refusal if something that the story waits for does not come
     */
    Proof tell(Stage stage) throws InterruptedException;
}
