package dev.kqlift.cli;

import dev.kqlift.backend.BackendRegistry;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Works on some rules and prints nothing: the run that the launcher records a start-up cache in. */
public final class Training {
    private Training() {}

    /** Takes the kind of work and the folder of the rules. */
    public static void main(String[] args) {
        String rules = args[1];
        // A cache of both kinds would cost the shorter one: the time to map it grows with its size.
        if (args[0].equals("translating")) {
            String targets = String.join(",", BackendRegistry.builtIn().ids());
            run("transpile", rules, "--to", targets, "--format", "jsonl");
            run("transpile", rules, "--to", targets);
        } else {
            run("inspect", rules, "--format", "jsonl");
            run("inspect", rules);
            run("lint", rules, "--format", "jsonl");
            run("lint", rules);
            run("overlap", rules, "--format", "csv");
        }
    }

    private static void run(String... args) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Main.run(args, Streams.plain(InputStream.nullInputStream(), nowhere, new PrintStream(nowhere)));
    }
}
