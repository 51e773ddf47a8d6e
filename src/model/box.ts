/** A rectangle on a page: points (1/72 inch), origin top-left, `top < bottom`. */
export interface Box {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}
