package io.qihang.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A holiday file cannot be read. The message names every wrong place, one a line, in Chinese. */
public final class HolidayCsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One wrong place; lines and columns (fields) count from 1, the header is line 1. */
    public record Problem(int line, int column, String message) implements java.io.Serializable {

        /** 第 3 行第 2 列：…… */
        public String text() {
            return "第 " + line + " 行第 " + column + " 列：" + message;
        }
    }

    private final List<Problem> problems;

    HolidayCsvException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every wrong place, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
