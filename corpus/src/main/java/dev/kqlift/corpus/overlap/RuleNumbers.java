package dev.kqlift.corpus.overlap;

import java.util.Arrays;
import java.util.List;

/** A set of rule numbers that are added in ascending order. */
final class RuleNumbers {
    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
        if (size > 0 && numbers[size - 1] == number) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    List<Integer> toList() {
        return Arrays.stream(numbers, 0, size).boxed().toList();
    }

    boolean contains(int number) {
        return Arrays.binarySearch(numbers, 0, size, number) >= 0;
    }
}
