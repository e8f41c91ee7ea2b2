package io.qihang.plan.domain;

import io.qihang.platform.RegionCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number of the document.
 *
 * @param itemNo null for what only the body says
 * @param itemKey the same for body and annex where they speak of the same thing
 * @param unitCode the unit it is for; null for the county
 * @param level 市级, 省级, 国家级; null when the document does not tell
 * @param op null together with {@code value} where the annex leaves the total empty
 */
record PlanTarget(
        int seq,
        Kind kind,
        @Nullable Integer itemNo,
        String itemKey,
        String itemName,
        @Nullable RegionCode unitCode,
        @Nullable String level,
        @Nullable Operator op,
        @Nullable BigDecimal value,
        String unitName,
        @Nullable Measure measure,
        String deadline,
        String clause,
        String quote,
        @Nullable String note) {

    /** Where in the document a number stands. */
    enum Kind {
        /** A unit's column of the annex. */
        UNIT,
        /** The annex's 总数. */
        TOTAL,
        /** An item of the annex without unit figures. */
        COUNTY,
        /** The text before the annex. */
        BODY
    }

    boolean isOf(PlanItem item, Kind wanted) {
        return kind == wanted && itemNo != null && itemNo == item.no();
    }

    /** The same target some years later; the quotation stays the document's. */
    PlanTarget movedTo(int from, int to) {
        return new PlanTarget(
                seq,
                kind,
                itemNo,
                itemKey,
                itemName,
                unitCode,
                level,
                op,
                value,
                unitName,
                measure,
                deadline.replace(Integer.toString(from), Integer.toString(to)),
                clause,
                quote,
                note);
    }
}
