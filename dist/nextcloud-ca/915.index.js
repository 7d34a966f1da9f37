"use strict";
exports.id = 915;
exports.ids = [915];
exports.modules = {

/***/ 1915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crl: () => (/* binding */ crl)
/* harmony export */ });
/* harmony import */ var _crl_publish_crl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1611);
/* harmony import */ var _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3460);
/* harmony import */ var _repository_option_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1948);



const crl = {
    name: 'crl',
    usage: '--repository DIR --ca CA_DIR',
    summary: 'Makes the revocation list anew, and revokes what was announced for today or before.',
    options: _repository_option_js__WEBPACK_IMPORTED_MODULE_2__/* .signingOptions */ .Q2,
    positionals: [0, 0],
    run: async (args, terminal) => {
        const json = (0,_repository_option_js__WEBPACK_IMPORTED_MODULE_2__/* .isJson */ .Fh)(args);
        const { number, entries, thisUpdate, nextUpdate } = await (0,_repository_option_js__WEBPACK_IMPORTED_MODULE_2__/* .whileSigning */ .n$)(args, terminal, _crl_publish_crl_js__WEBPACK_IMPORTED_MODULE_0__/* .publishCrl */ .J);
        const list = { file: _repository_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .crlPath */ .Dk, number, entries, thisUpdate, nextUpdate };
        terminal.out(json
            ? `${JSON.stringify(list, null, 2)}\n`
            : `${_repository_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .crlPath */ .Dk}: number ${number}, ${entries} entries, next update until ${nextUpdate}\n`);
        return 'fine';
    },
};


/***/ })

};
;