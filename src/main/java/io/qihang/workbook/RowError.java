package io.qihang.workbook;

/**
 * What is wrong with a row.
 *
 * @param row its number as Excel shows it
 * @param column the heading
 */
public record RowError(int row, String column, String reason) {}
