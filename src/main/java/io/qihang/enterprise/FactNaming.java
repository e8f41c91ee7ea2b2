package io.qihang.enterprise;

import io.qihang.platform.RegionCode;
import java.util.List;

/** Implemented by a module that records facts of its own, so that others can name them. */
public interface FactNaming {

    /** The facts it may record in the county, in the order they are offered. */
    List<FactTerm> terms(RegionCode county);
}
