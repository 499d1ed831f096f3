package dev.kqlift.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code --changed-since REV}: the files that git says differ from a revision, tracked or not. */
final class ChangedFiles {
    private final Path folder;

    private ChangedFiles(Path folder) {
        this.folder = folder;
    }

    /** The changed files of the repositories that the paths lie in, each by its {@link #key}. */
    static Set<Path> since(String revision, List<String> paths) {
        Set<Path> repositories = new LinkedHashSet<>();
        for (String path : paths) {
            Path key = key(path);
            Path folder = Files.isDirectory(key) ? key : key.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                repositories.add(new ChangedFiles(folder).root());
            }
        }
        Set<Path> changed = new LinkedHashSet<>();
        repositories.forEach(root -> changed.addAll(new ChangedFiles(root).changed(revision)));
        return changed;
    }

    /** One name for a file, however it is written; links are followed where the file exists. */
    static Path key(String path) {
        try {
            Path absolute = Path.of(path).toAbsolutePath().normalize();
            return Files.exists(absolute) ? absolute.toRealPath() : absolute;
        } catch (InvalidPathException | IOException e) {
            return Path.of("");
        }
    }

    private Path root() {
        Output output = git("rev-parse", "--show-toplevel");
        if (output.code != 0) {
            throw new UsageException("--changed-since asks git, and " + folder + " is in no git repository");
        }
        return key(output.text.strip());
    }

    private List<Path> changed(String revision) {
        Output known = git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (known.code != 0) {
            throw new UsageException("--changed-since: git knows no revision '" + revision + "' in " + folder);
        }
        String commit = known.text.strip();
        // What the other branch has changed since is none of ours.
        Output base = git("merge-base", commit, "HEAD");
        String since = base.code == 0 ? base.text.strip() : commit;
        List<Path> files = new ArrayList<>();
        add(git("diff", "--name-only", "--no-renames", "-z", "--diff-filter=d", since, "--"), files);
        add(git("ls-files", "--others", "--exclude-standard", "-z"), files);
        return files;
    }

    private void add(Output output, List<Path> files) {
        if (output.code != 0) {
            throw new UsageException("--changed-since: git failed: " + output.text.strip());
        }
        for (String name : output.text.split("\0")) {
            if (!name.isEmpty()) {
                files.add(key(folder.resolve(name).toString()));
            }
        }
    }

    private record Output(int code, String text) {}

    private Output git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UsageException("--changed-since needs git on the PATH: " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("--changed-since was interrupted");
        }
    }
}
