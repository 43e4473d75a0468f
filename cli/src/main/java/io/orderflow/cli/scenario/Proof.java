package io.orderflow.cli.scenario;

import java.util.ArrayList;
import java.util.List;

/** An order before and after what the story is about, and what follows from it. */
final class Proof {

    private final Snapshot before;
    private final Snapshot after;
    private final List<Claim> claims = new ArrayList<>();

    Proof(Snapshot before, Snapshot after) {
        this.before = before;
        this.after = after;
        claim("history, version and events of the order count the same steps, without a gap", after.isGapless());
    }

    Proof claim(String text, boolean holds) {
        claims.add(new Claim(text, holds));
        return this;
    }

    boolean holds() {
        return claims.stream().allMatch(Claim::holds);
    }

    Snapshot before() {
        return before;
    }

    Snapshot after() {
        return after;
    }

    List<Claim> claims() {
        return claims;
    }

    /** A sentence that is true or not. */
    record Claim(String text, boolean holds) {}
}
