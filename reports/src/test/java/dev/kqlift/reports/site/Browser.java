package dev.kqlift.reports.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, driven by the protocol of WebDriver. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-default-apps");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String address, Path profile, Path chromium) throws IOException {
        this.driver = driver;
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("binary", chromium.toString(), "args", arguments);
        Map<String, Object> capabilities = Map.of(
                "goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        JsonNode made = send("POST", address + "/session", Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
        this.session = address + "/session/" + made.get("sessionId").asString();
    }

    /** The program on the path, under one of its names. */
    static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path driverProgram, Path chromium, Path profile) throws IOException {
        Process driver = new ProcessBuilder(driverProgram.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return new Browser(driver, "http://127.0.0.1:" + started.group(1), profile, chromium);
            }
        }
        throw new IOException("the driver of the browser did not start");
    }

    private JsonNode send(String method, String address, Map<String, ?> body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
                                : HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(response.body()).get("value");
            if (response.statusCode() != 200) {
                throw new IOException(address + ": " + value);
            }
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void open(Path page, String hash) throws IOException {
        send("POST", session + "/url", Map.of("url", page.toUri() + hash));
    }

    void size(int width, int height) throws IOException {
        // The window has a least width; the page is told another one.
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** A command of the browser's own protocol. */
    JsonNode command(String name, Map<String, ?> parameters) throws IOException {
        return send("POST", session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    /** What a piece of JavaScript returns. */
    JsonNode run(String script) throws IOException {
        return send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Waits, at most ten seconds, until an expression of JavaScript is true. */
    void await(String condition) throws IOException {
        String script = "const done = arguments[0], end = Date.now() + 10000;"
                + "(function look() { let holds = false; try { holds = Boolean(" + condition + "); } catch (e) { }"
                + "if (holds || Date.now() > end) { done(holds); } else { setTimeout(look, 20); } })();";
        JsonNode holds = send("POST", session + "/execute/async", Map.of("script", script, "args", List.of()));
        if (!holds.asBoolean()) {
            throw new AssertionError("never held: " + condition);
        }
    }

    /** Presses keys where the focus is. */
    void keys(String text) throws IOException {
        List<Map<String, String>> actions = new ArrayList<>();
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        send(
                "POST",
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    void click(String selector) throws IOException {
        JsonNode found = send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        String id = found.properties().iterator().next().getValue().asString();
        send("POST", session + "/element/" + id + "/click", Map.of());
    }

    /** What the console said, since it was asked last. */
    List<String> console() throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode entry : send("POST", session + "/se/log", Map.of("type", "browser"))) {
            lines.add(entry.get("level").asString() + " " + entry.get("message").asString());
        }
        return lines;
    }

    /** The addresses that were asked for, since they were asked last. */
    List<String> requests() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (JsonNode entry : send("POST", session + "/se/log", Map.of("type", "performance"))) {
            JsonNode message = JSON.readTree(entry.get("message").asString()).get("message");
            if (message.get("method").asString().equals("Network.requestWillBeSent")) {
                addresses.add(message.get("params").get("request").get("url").asString());
            }
        }
        return addresses;
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", session, Map.of());
        } finally {
            driver.destroy();
        }
    }
}
