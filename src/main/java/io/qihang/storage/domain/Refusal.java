package io.qihang.storage.domain;

/** Why the content of a file is not taken, and what to do about it. */
enum Refusal {
    SIZE_DIFFERS("大小与申请上传时不一样，请重新选择文件上传。"),
    NOT_WHAT_IT_SAYS("内容与文件类型不符，请用手机拍照，或扫描成 PDF 后再传。"),
    DAMAGED("打不开或不完整，请重新拍照或重新扫描后再传。"),
    TOO_MANY_PIXELS("图片超过 4000 万像素，请调低像素后重新拍照。"),
    TRAILING_CONTENT("文件末尾附着别的内容，请重新扫描后再传。"),
    ENCRYPTED("PDF 设有密码或限制，请去掉后再传。"),
    SCRIPT("PDF 里有脚本或自动执行的动作，请重新扫描成普通 PDF，或改传照片。"),
    ATTACHMENT("PDF 里夹带附件或多媒体，请重新扫描成普通 PDF，或改传照片。"),
    UNUSUAL("PDF 用了扫描件不用的格式，请重新扫描成普通 PDF，或改传照片。"),
    TOO_MUCH_INSIDE("PDF 展开后太大，请减少页数或调低清晰度后重新扫描。");

    private final String message;

    Refusal(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
