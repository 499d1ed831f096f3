package dev.kqlift.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures of the file system in plain words. */
final class Reason {
    private Reason() {}

    static String of(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no such file";
            case AccessDeniedException e -> "access is denied";
            case FileAlreadyExistsException e -> "a file of that name is in the way";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e when e.getMessage() != null -> e.getMessage();
            default -> failure.getClass().getSimpleName();
        };
    }
}
