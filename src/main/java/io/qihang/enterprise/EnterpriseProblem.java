package io.qihang.enterprise;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with registrations, enterprises, their members and who looks after them. */
public enum EnterpriseProblem implements ProblemCode {
    USCC_REFUSED(HttpStatus.BAD_REQUEST, "统一社会信用代码不对：%s。请对照营业执照检查。"),
    UNIT_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这个乡镇、街道或开发区，请从列表里选择。"),
    UNITS_OF_TWO_COUNTIES(HttpStatus.BAD_REQUEST, "注册地和经营地要在同一个县；在县外的那一处请留空。"),
    COUNTING_UNIT_MISSING(HttpStatus.BAD_REQUEST, "选了按注册地（或经营地）计入，就要填写那一处所在的乡镇、街道或开发区。"),
    INDUSTRY_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这个行业代码，请从国民经济行业分类里选择。"),
    CONTACT_PHONE_REFUSED(HttpStatus.BAD_REQUEST, "联系电话应为 11 位手机号，或带区号的座机号，请检查。"),
    REGISTRATION_OPEN(HttpStatus.CONFLICT, "这家企业您已经提交过，请在“我的登记”里查看进度；被退回的请修改后重新提交。"),
    REGISTRATION_NOT_RETURNED(HttpStatus.CONFLICT, "这条登记现在不能修改，只有被退回的才能修改后重新提交。"),
    REGISTRATION_DECIDED(HttpStatus.CONFLICT, "这条登记已经办过了，请刷新后查看。"),
    ALREADY_MEMBER(HttpStatus.CONFLICT, "您已经登记在这家企业名下，请在“我的企业”里查看。"),
    LICENCE_NOT_WANTED(HttpStatus.CONFLICT, "现在不需要营业执照照片：已经办过或身份已经确认，请刷新后查看。"),
    LICENCE_MISSING(HttpStatus.CONFLICT, "还没有收到营业执照照片，不能按“已核营业执照”确认：请对方先上传；当面看过本人和执照的，请选“工作人员确认”。"),
    LICENCE_NOT_OPENED(HttpStatus.CONFLICT, "您还没有看过现在这张营业执照照片，请先打开核对，再按“已核营业执照”确认。"),
    MEMBERSHIP_DECIDED(HttpStatus.CONFLICT, "这位成员的申请已经办过了，请刷新后查看。"),
    HANDOVER_TO_UNCONFIRMED(HttpStatus.CONFLICT, "只能交给身份已确认的成员，请先同意对方加入，或请乡镇、街道确认对方身份。"),
    HANDOVER_GONE(HttpStatus.CONFLICT, "没有等着同意的交接，可能已经撤回或办过了，请刷新后查看。"),
    MEMBER_IS_MANAGER(HttpStatus.CONFLICT, "对方已经是企业管理员，不用变更，请刷新后查看。"),
    MANAGER_CANNOT_LEAVE(HttpStatus.CONFLICT, "您是企业管理员，请先把管理员交给一位已确认的同事再退出；没有人可交的，请联系乡镇、街道办理。"),
    MANAGER_CANNOT_CANCEL(HttpStatus.CONFLICT, "您是企业管理员，请先在“我的企业”里把管理员交给一位已确认的同事，再注销账号；没有人可交的，请联系乡镇、街道办理。"),
    MOVED_TO_SAME_UNIT(HttpStatus.CONFLICT, "企业在那一天已经计入这个单位，不用变更。"),
    MOVE_TOO_EARLY(HttpStatus.CONFLICT, "变更日期不能早于或等于上一次变更的生效日 %s，请改后再提交。"),
    CONFIRMATION_REFUSED(HttpStatus.NOT_FOUND, "确认码不对、已用过或已过期，请向服务专员要一个新的。"),
    FACT_FROM_THE_FUTURE(HttpStatus.BAD_REQUEST, "生效日期还没有到，请填今天或以前的日期。"),
    REGISTER_IMPORT_UNDONE(HttpStatus.CONFLICT, "这次导入已经撤销过了。"),
    REGISTER_IMPORT_OVERTAKEN(HttpStatus.CONFLICT, "后来的导入改过其中的企业，不能撤销：请先撤销后来的导入。"),
    ROUND_NAME_TAKEN(HttpStatus.CONFLICT, "已有名称相同的轮次，请换一个名称。"),
    ROUND_DATES(HttpStatus.BAD_REQUEST, "轮次的截止日不能早于起始日，请核对。"),
    COMMISSIONER_UNKNOWN(HttpStatus.BAD_REQUEST, "没有这位服务专员，请从列表里选；新来的请先由安全管理员授予服务专员岗位。"),
    MAIN_COMMISSIONER_EXISTS(HttpStatus.CONFLICT, "这家企业从 %s 起已有主责专员，请改用“更换”，或先办结束。"),
    COMMISSIONER_ALREADY_ASSIGNED(HttpStatus.CONFLICT, "这位专员从 %s 起已在帮包这家企业，不用重复指派；要变更请先办结束。"),
    ASSIGNMENT_OUTSIDE_ROUND(HttpStatus.BAD_REQUEST, "起始日应在这一轮的日期内（%s），请改后再提交。"),
    ASSIGNMENT_FROM_PAST(HttpStatus.BAD_REQUEST, "更换最早从今天起，以前的归属不改，请改后再提交。"),
    ASSIGNMENT_ENDED(HttpStatus.CONFLICT, "这条指派已经结束，不能再改，请刷新后查看。"),
    ASSIGNMENT_END_TOO_EARLY(HttpStatus.BAD_REQUEST, "最后一天最早为 %s，以前的归属不改，请改后再提交。"),
    ASSIGNMENT_END_TOO_LATE(HttpStatus.BAD_REQUEST, "这条指派到 %s 就结束，最后一天不能更晚。"),
    ACTING_FOR_ONESELF(HttpStatus.BAD_REQUEST, "代班的和不在的是同一个人，请另选一位代班的专员。"),
    ACTING_DAYS(HttpStatus.BAD_REQUEST, "代班最早从今天起，最后一天不能早于第一天，请核对日期。"),
    ACTING_ARRANGED(HttpStatus.CONFLICT, "这位专员 %s 至 %s 已安排别人代班，请先把那一条提前结束，或换个日期。"),
    ACTING_OVER(HttpStatus.CONFLICT, "这次代班到 %s 已经结束，不能再改。"),
    ACTING_END(HttpStatus.BAD_REQUEST, "最后一天应在 %s 到 %s 之间，已经代过的日子不改。"),
    LISTING_FROM_THE_FUTURE(HttpStatus.BAD_REQUEST, "名单日期还没有到，请填市平台名单上的日期。");

    private final HttpStatus status;
    private final String message;

    EnterpriseProblem(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
