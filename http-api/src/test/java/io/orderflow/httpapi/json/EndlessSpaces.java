package io.orderflow.httpapi.json;

import java.io.InputStream;

/** A caller that never stops sending. */
final class EndlessSpaces extends InputStream {

    @Override
    public int read() {
        return ' ';
    }
}
