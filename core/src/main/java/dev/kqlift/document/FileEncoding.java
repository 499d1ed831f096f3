package dev.kqlift.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the text of a file is spelt in bytes, found such that no byte is lost on the way there and back.
 *
 * @param mark the byte order mark before the text; empty where there is none
 */
public record FileEncoding(Charset charset, List<Byte> mark) {
    private static final List<FileEncoding> KNOWN = List.of(
            new FileEncoding(StandardCharsets.UTF_8, List.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)),
            new FileEncoding(StandardCharsets.UTF_16LE, List.of((byte) 0xFF, (byte) 0xFE)),
            new FileEncoding(StandardCharsets.UTF_16BE, List.of((byte) 0xFE, (byte) 0xFF)),
            new FileEncoding(StandardCharsets.UTF_8, List.of()),
            new FileEncoding(StandardCharsets.UTF_16LE, List.of()),
            new FileEncoding(StandardCharsets.UTF_16BE, List.of()));

    public FileEncoding {
        mark = List.copyOf(mark);
    }

    /** The encoding of a file; empty where encoding its text does not give its bytes again. */
    public static Optional<FileEncoding> of(byte[] bytes, SourceFile decoded) {
        String text = decoded.text().text();
        return KNOWN.stream()
                .filter(encoding -> Arrays.equals(encoding.encode(text), bytes))
                .findFirst();
    }

    /** The bytes of a text. */
    public byte[] encode(String text) {
        byte[] encoded = text.getBytes(charset);
        byte[] all = new byte[mark.size() + encoded.length];
        for (int i = 0; i < mark.size(); i++) {
            all[i] = mark.get(i);
        }
        System.arraycopy(encoded, 0, all, mark.size(), encoded.length);
        return all;
    }
}
