package io.orderflow.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderflow.cli.stack.Answer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The engine's REST interface behind one of its web applications, logged in as a browser is: with a session, and with the
 * token against forged requests. The engine offers no other way in. For one thread.
 */
public final class WebappSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final String app;
    private final String login;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private boolean loggedIn;

    /** @param app the web application to log in to: {@code cockpit}, {@code tasklist} */
    public WebappSession(URI base, String app, String user, String password) {
        this.base = base;
        this.app = app;
        this.login = "username=%s&password=%s".formatted(encode(user), encode(password));
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return asUser(request(path).GET());
    }

    public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.writeValueAsBytes(body));
    }

    public Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return asUser(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A session ends with the server that it was made on. */
    private Answer asUser(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!loggedIn) {
            logIn();
        }
        Answer answer = send(request);
        if (answer.status() == 401 || answer.status() == 403) {
            logIn();
            answer = send(request);
        }
        return answer;
    }

    private void logIn() throws IOException, InterruptedException {
        cookies.getCookieStore().removeAll();
        handOutToken();
        Answer answer = send(request("/camunda/api/admin/auth/user/default/login/" + app)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(login)));
        loggedIn = answer.isSuccess();
        if (!loggedIn) {
            throw new IOException(app + " does not let us in: " + answer.status());
        }
        handOutToken(); // The session is a new one now, and the token of the old one would be taken for a forgery.
    }

    private void handOutToken() throws IOException, InterruptedException {
        send(request("/camunda/app/" + app + "/default/").GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).header("Accept", "application/json, */*");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
