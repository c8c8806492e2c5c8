package org.anchang.kit.problem;

/// The rules of a sales office by their ids, as `docs/rules.md` lists them with their tests; said in words by the
/// interface documents and by what refuses.
public enum Rule {
    /// None of the office's: what any system of this kind asks, and said as `-`.
    GOOD_FORM("-"),
    AOF_1,
    APR_1,
    APR_2,
    APR_3,
    APR_4,
    APR_5,
    APR_7,
    CAR_1,
    CAR_2,
    CAR_3,
    CAR_4,
    CAR_5,
    CAR_6,
    CAR_7,
    COL_1,
    COL_2,
    COM_1,
    COM_2,
    COM_3,
    COM_4,
    COM_5,
    COM_7,
    CON_1,
    CON_2,
    CON_3,
    CON_4,
    CON_5,
    CON_6,
    CUS_1,
    CUS_2,
    CUS_3,
    CUS_4,
    CUS_5,
    CUS_6,
    CUS_7,
    CUS_8,
    CUS_9,
    CUS_10,
    DEP_1,
    DEP_2,
    DEP_3,
    DEP_4,
    DEP_5,
    DEP_6,
    DIS_1,
    FIN_1,
    FIN_2,
    INV_1,
    INV_2,
    INV_3,
    INV_4,
    INV_5,
    INV_6,
    INV_7,
    INV_8,
    INV_9,
    INV_10,
    INV_11,
    INV_12,
    INV_13,
    INV_14,
    INV_15,
    INV_16,
    INV_17,
    LAY_1,
    OPS_1,
    PAP_1,
    PAP_2,
    PAP_3,
    REC_1,
    REC_2,
    REC_3,
    REC_4,
    REC_5,
    REC_6,
    REC_7,
    REC_8,
    REC_9,
    REC_10,
    REF_1,
    REF_2,
    REF_3,
    REN_1,
    RFD_1,
    RFD_2,
    RFD_3,
    RPT_1,
    RPT_2,
    RPT_3,
    SEC_1,
    SEC_2,
    SEC_3,
    SEC_4,
    SEC_5,
    SEC_6,
    SWP_1,
    SWP_2,
    SWP_3,
    SWP_4,
    TEL_1,
    TEL_2,
    TRK_1,
    TRK_2,
    TRK_3,
    TRK_4,
    TRK_5,
    TRK_6,
    TRK_7;

    private final String id;

    Rule() {
        id = name().replace('_', '-');
    }

    Rule(String id) {
        this.id = id;
    }

    /// As people write it, e.g. `SWP-2`.
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
